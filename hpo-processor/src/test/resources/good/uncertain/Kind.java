package good;

/** It has the names of an enum and of a constant of it, and is something else. */
class Kind {
    static final Uncertain.Holder.Kind SLOW = Uncertain.Holder.Kind.FAST;

    private Kind() {}
}
