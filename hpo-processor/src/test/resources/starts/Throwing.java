package good;

import dev.hpo.annotations.SearchSpace;

/** Each class says in a comment why it has no start; the first two cannot be made at all. */
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
}
