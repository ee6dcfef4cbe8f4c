package bad;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Choice;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import dev.hpo.annotations.deeplearning.LearningRate;
import dev.hpo.annotations.deeplearning.Momentum;
import dev.hpo.annotations.deeplearning.BatchSize;

class Meta {
    @LogUniform(min = 0, max = 1)
//                    ^ BOUND_LOG: Meta.Broken: @LogUniform min (0.0) must be above 0; use @Uniform if 0.0 is meant
    @interface Broken {}

    @Choice({"a", "a"})
//                ^ CHOICE_TWICE: Meta.BrokenChoice: @Choice choice (a) must be listed once; remove this one
    @interface BrokenChoice {}

    @Size(min = 2, max = 1)
//                       ^ SIZE_MAX: Meta.BrokenSize: @Size max (1) must be from 2 to 64; swap min and max, or raise max
    @interface BrokenSize {}

    @Uniform(min = 0, max = 1)
    @OneMinusLog
//  ^ TWO_DOMAINS: Meta.Both: second domain (@OneMinusLog) must not stand beside @Uniform; keep one
    @interface Both {}

    @LoopB
    @Uniform(min = 0.5, max = 2)
    @interface LoopA {}

    @LoopA
    @interface LoopB {}

    @SearchSpace
    record Uses(
            @Broken double broken,
            @Both double both,
            @LoopB double fine,
            @LoopB int fraction,
//          ^ BOUND_FRACTION: Meta.Uses.fraction: @Uniform min of @LoopB (0.5) must be a whole number for int; round it, or make the member a double
            @LearningRate int rate,
//          ^ BOUND_FRACTION: Meta.Uses.rate: @LogUniform min of @LearningRate (1.0E-4) must be a whole number for int; round it, or make the member a double
            @LearningRate @Momentum double two,
//                        ^ TWO_DOMAINS: Meta.Uses.two: second domain (@OneMinusLog of @Momentum) must not stand beside @LogUniform of @LearningRate; keep one
            @LearningRate @Uniform(min = 0, max = 1) double mixed,
//                        ^ TWO_DOMAINS: Meta.Uses.mixed: second domain (@Uniform) must not stand beside @LogUniform of @LearningRate; keep one
            @BatchSize float size) {}
//          ^ WRONG_TYPE: Meta.Uses.size: type (float) must be String, int, long, double or an enum for @Ordinal of @BatchSize; make the member a double
}
