package bad;

import dev.hpo.annotations.FormerlyNamed;
import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;

@SearchSpace
record Names(
        @Name("1st") boolean digit,
//            ^ NAME_FORM: Names.digit: @Name (1st) must be letters, digits, _ and -, beginning with a letter; write for instance digit
        @Name("with.dot") boolean dot,
//            ^ NAME_FORM: Names.dot: @Name (with.dot) must be letters, digits, _ and -, beginning with a letter; write for instance dot
        @Name("") boolean empty,
//            ^ NAME_FORM: Names.empty: @Name () must be letters, digits, _ and -, beginning with a letter; write for instance empty
        boolean taken,
        @Name("taken") boolean taking,
//            ^ NAME_TAKEN: Names.taking: @Name (taken) must be a name of its own, unlike that of Names.taken; give another with @Name
        @FormerlyNamed("taken") boolean formerlyTaken,
//                     ^ FORMER_NAME_TAKEN: Names.formerlyTaken: @FormerlyNamed (taken) must not be in use, as it is for Names.taken; leave it out
        @FormerlyNamed({"good", "not good"}) boolean formerly,
//                              ^ NAME_FORM: Names.formerly: @FormerlyNamed (not good) must be letters, digits, _ and -, beginning with a letter; write for instance formerly
        @FormerlyNamed("good") boolean alsoFormerly,
//                     ^ FORMER_NAME_TAKEN: Names.alsoFormerly: @FormerlyNamed (good) must not be in use, as it is for Names.formerly; leave it out
        @FormerlyNamed("own") @Name("own") boolean own,
//                     ^ FORMER_NAME_TAKEN: Names.own: @FormerlyNamed (own) must not be in use, as it is for Names.own; leave it out
        @Name("SPACE") boolean allowed,
        boolean SPACE,
//              ^ NAME_RESERVED: Names.SPACE: name (SPACE) must not be SPACE, the generated constant; rename the member and keep its stored name with @Name("SPACE")
//              ^ NAME_TAKEN: Names.SPACE: stored name (SPACE) must be a name of its own, unlike that of Names.allowed; give another with @Name
        Mode mode,
        Mode again) {
    enum Mode {
        @Name("slow") FAST,
        @Name("slow") SLOW,
//            ^ NAME_TAKEN: Names.Mode.SLOW: @Name (slow) must be a name of its own, unlike that of Names.Mode.FAST; give another with @Name
        @FormerlyNamed("MEDIUM") @Name("?") UNKNOWN,
//                     ^ FORMER_NAME_TAKEN: Names.Mode.UNKNOWN: @FormerlyNamed (MEDIUM) must not be in use, as it is for Names.Mode.MEDIUM; leave it out
//                                     ^ NAME_FORM: Names.Mode.UNKNOWN: @Name (?) must be letters, digits, _ and -, beginning with a letter; write for instance UNKNOWN
        MEDIUM
    }
}
