package good;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Prior;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import dev.hpo.annotations.deeplearning.HiddenUnits;
import dev.hpo.annotations.deeplearning.LearningRate;
import dev.hpo.annotations.deeplearning.Momentum;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

@SearchSpace
public record Adjusted(
        @LogUniform(min = 1e-4, max = 1) @Prior(near = 0.01) @Adjustable double rate,
        @Adjustable @LogUniform(min = 1, max = 512) long batch,
        @LearningRate double byItsAnnotation,
        @LearningRate @Adjustable(false) double fixed,
        @LearningRate @Adjustable double saidTwice,
        @HiddenUnits int units,
        @HiddenUnits @Adjustable(false) int unitsSaidTwice,
        @Own double own,
        @OwnFixed double ownFixed,
        @Diamond double nearest,
        @Adjustable boolean nesterov,
        @Adjustable Mode mode,
        @Choice({"a", "b"}) @Adjustable String text,
        @Size(min = 1, max = 3) @Uniform(min = 0, max = 0.5) @Adjustable List<Double> dropouts,
        @Size(min = 1, max = 3) @HiddenUnits List<Integer> layers,
        Optimizer optimizer) {

    enum Mode {
        FAST,
        EXACT
    }

    @Adjustable
    @Uniform(min = 0, max = 1)
    @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Own {}

    /** Nearer to the member than what it takes back. */
    @Adjustable(false)
    @Momentum
    @interface OwnFixed {}

    /** The word of {@code OwnFixed} is nearer than that of {@code Later}, though there is a longer way to it, too. */
    @Farther
    @OwnFixed
    @Later
    @interface Diamond {}

    @Farthest
    @interface Farther {}

    @OwnFixed
    @interface Farthest {}

    @Changes
    @interface Later {}

    @Adjustable
    @interface Changes {}

    @SearchSpace
    sealed interface Optimizer {
        record Sgd(@Momentum double momentum) implements Optimizer {}

        record Plain(@Uniform(min = 0, max = 1) double decay) implements Optimizer {}
    }
}
