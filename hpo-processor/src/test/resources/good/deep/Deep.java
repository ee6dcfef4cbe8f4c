package good;

import dev.hpo.annotations.SearchSpace;

public class Deep {
    @SearchSpace
    public record Level0(boolean on, Level1 next) {}

    @SearchSpace
    public record Level1(boolean on, Level2 next) {}

    @SearchSpace
    public record Level2(boolean on, Level3 next) {}

    @SearchSpace
    public record Level3(boolean on, Level4 next) {}

    @SearchSpace
    public record Level4(boolean on, Level5 next) {}

    @SearchSpace
    public record Level5(boolean on, Level6 next) {}

    @SearchSpace
    public record Level6(boolean on, Level7 next) {}

    @SearchSpace
    public record Level7(boolean on, Level8 next) {}

    @SearchSpace
    public record Level8(boolean on, Level9 next) {}

    @SearchSpace
    public record Level9(boolean on, Level10 next) {}

    @SearchSpace
    public record Level10(boolean on, Level11 next) {}

    @SearchSpace
    public record Level11(boolean on, Level12 next) {}

    @SearchSpace
    public record Level12(boolean on, Level13 next) {}

    @SearchSpace
    public record Level13(boolean on, Level14 next) {}

    @SearchSpace
    public record Level14(boolean on, Level15 next) {}

    @SearchSpace
    public record Level15(boolean on, Level16 next) {}

    @SearchSpace
    public record Level16(boolean on, Level17 next) {}

    @SearchSpace
    public record Level17(boolean on, Level18 next) {}

    @SearchSpace
    public record Level18(boolean on, Level19 next) {}

    @SearchSpace
    public record Level19(boolean on, Level20 next) {}

    @SearchSpace
    public record Level20(boolean on, Level21 next) {}

    @SearchSpace
    public record Level21(boolean on, Level22 next) {}

    @SearchSpace
    public record Level22(boolean on, Level23 next) {}

    @SearchSpace
    public record Level23(boolean on, Level24 next) {}

    @SearchSpace
    public record Level24(boolean on, Level25 next) {}

    @SearchSpace
    public record Level25(boolean on, Level26 next) {}

    @SearchSpace
    public record Level26(boolean on, Level27 next) {}

    @SearchSpace
    public record Level27(boolean on, Level28 next) {}

    @SearchSpace
    public record Level28(boolean on, Level29 next) {}

    @SearchSpace
    public record Level29(boolean on, Level30 next) {}

    @SearchSpace
    public record Level30(boolean on, Level31 next) {}

    @SearchSpace
    public record Level31(boolean on, Level32 next) {}

    @SearchSpace
    public record Level32(boolean on, Level33 next) {}

    @SearchSpace
    public record Level33(boolean on, Level34 next) {}

    @SearchSpace
    public record Level34(boolean on, Level35 next) {}

    @SearchSpace
    public record Level35(boolean on, Level36 next) {}

    @SearchSpace
    public record Level36(boolean on, Level37 next) {}

    @SearchSpace
    public record Level37(boolean on, Level38 next) {}

    @SearchSpace
    public record Level38(boolean on, Level39 next) {}

    @SearchSpace
    public record Level39(boolean on, Level40 next) {}

    @SearchSpace
    public record Level40(boolean on, Level41 next) {}

    @SearchSpace
    public record Level41(boolean on, Level42 next) {}

    @SearchSpace
    public record Level42(boolean on, Level43 next) {}

    @SearchSpace
    public record Level43(boolean on, Level44 next) {}

    @SearchSpace
    public record Level44(boolean on, Level45 next) {}

    @SearchSpace
    public record Level45(boolean on, Level46 next) {}

    @SearchSpace
    public record Level46(boolean on, Level47 next) {}

    @SearchSpace
    public record Level47(boolean on, Level48 next) {}

    @SearchSpace
    public record Level48(boolean on, Level49 next) {}

    @SearchSpace
    public record Level49(boolean on, Level50 next) {}

    @SearchSpace
    public record Level50(boolean on, Level51 next) {}

    @SearchSpace
    public record Level51(boolean on, Level52 next) {}

    @SearchSpace
    public record Level52(boolean on, Level53 next) {}

    @SearchSpace
    public record Level53(boolean on, Level54 next) {}

    @SearchSpace
    public record Level54(boolean on, Level55 next) {}

    @SearchSpace
    public record Level55(boolean on, Level56 next) {}

    @SearchSpace
    public record Level56(boolean on, Level57 next) {}

    @SearchSpace
    public record Level57(boolean on, Level58 next) {}

    @SearchSpace
    public record Level58(boolean on, Level59 next) {}

    @SearchSpace
    public record Level59(boolean on, boolean last) {}

    @SearchSpace
    public sealed interface Outer {
        record Leaf0(boolean on) implements Outer {}

        sealed interface Inner0 extends Outer {
            record Leaf1(boolean on) implements Inner0 {}

            sealed interface Inner1 extends Inner0 {
                record Leaf2(boolean on) implements Inner1 {}

                sealed interface Inner2 extends Inner1 {
                    record Leaf3(boolean on) implements Inner2 {}

                    sealed interface Inner3 extends Inner2 {
                        record Leaf4(boolean on) implements Inner3 {}

                        sealed interface Inner4 extends Inner3 {
                            record Leaf5(boolean on) implements Inner4 {}

                            sealed interface Inner5 extends Inner4 {
                                record Leaf6(boolean on) implements Inner5 {}

                                sealed interface Inner6 extends Inner5 {
                                    record Leaf7(boolean on) implements Inner6 {}

                                    sealed interface Inner7 extends Inner6 {
                                        record Last(boolean on) implements Inner7 {}
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
