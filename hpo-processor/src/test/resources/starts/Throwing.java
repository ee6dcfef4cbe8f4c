package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.space.ConfigurationException;

/** Classes that make trouble at run time. Each says in a comment what its start is, or on one line why it has none. */
public class Throwing {
    @SearchSpace
    static class Throws {
        boolean on = true;

        Throws() {
            if (on) {
                throw new IllegalStateException("no disk");
            }
        }
    }
    // none: Throws() threw java.lang.IllegalStateException: no disk

    @SearchSpace
    static class Fails {
        boolean on = true;

        Fails() {
            throw new AssertionError("not yet");
        }
    }
    // none: Fails() threw java.lang.AssertionError: not yet

    @SearchSpace
    static class Unreadable {
        private boolean on = true;

        public boolean isOn() {
            throw new UnsupportedOperationException("not yet");
        }

        public void setOn(boolean on) {
            this.on = on;
        }
    }
    // none: the members of Unreadable could not be read: java.lang.UnsupportedOperationException: not yet

    @SearchSpace
    static class Verbose {
        boolean on = true;

        Verbose() {
            throw new IllegalStateException("\u001b[31mno disk\u0007\r\n\tat all\nno start: invented");
        }
    }
    // none: Verbose() threw java.lang.IllegalStateException: \u001b[31mno disk\u0007

    @SearchSpace
    static class Late {
        boolean on = true;

        Late() {
            throw new IllegalStateException("\n\nthe second line");
        }
    }
    // none: Late() threw java.lang.IllegalStateException:

    @SearchSpace
    static class Lines {
        @Choice({"one\ntwo", "three\tfour"})
        String text = value();

        private static String value() {
            return "five\nno start: invented\u202e";
        }
    }
    // none: Lines.text (five\nno start: invented\u202e) is not one of one\ntwo, three\tfour

    @SearchSpace
    static class Checked {
        private boolean on = true;

        public boolean isOn() {
            throw new ConfigurationException("on must be set\nbefore it is read");
        }

        public void setOn(boolean on) {
            this.on = on;
        }
    }
    // none: dev.hpo.space.ConfigurationException: on must be set

    @SearchSpace
    static class Speechless {
        boolean on = true;

        Speechless() {
            throw new Silent();
        }
    }
    // none: Speechless() threw good.Throwing$Silent

    static class Silent extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String toString() {
            throw new LinkageError("no text");
        }
    }

    public interface Constant {
        int depth = 5;

        default int getDepth() {
            return depth;
        }

        default void setDepth(int value) {}
    }

    @SearchSpace
    static class ByGetterOfAConstant implements Constant {
        @Uniform(min = 1, max = 9)
        private int depth = 300;

        boolean on = true;
    }
    // start: depth=5, on=true
}
