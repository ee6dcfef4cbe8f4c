package good.elsewhere;

import good.Uncertain;

/** It has the names of an enum and of constants of it, and is something else. */
public class Speed {
    public static final Uncertain.Mode USUAL = Uncertain.Mode.FAST;
    public static final Uncertain.Holder.Speed SLOW = Uncertain.Holder.Speed.FAST;

    private Speed() {}
}
