package bad;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import dev.hpo.annotations.deeplearning.HiddenLayers;
import dev.hpo.annotations.deeplearning.HiddenUnits;
import dev.hpo.annotations.deeplearning.LearningRate;
import java.util.List;

class Adjustables {
    @Adjustable double stray;
//  ^ STRAY: Adjustables.stray: @Adjustable (in class Adjustables) must be in a type with @SearchSpace; annotate Adjustables, or remove it

    @HiddenUnits
    @Adjustable
//  ^ ADJUSTABLE_STRUCTURE: Adjustables.Denied: @Adjustable (on what @HiddenUnits says is structure) must stand at what may change while a model trains; remove it, or give the domain by another annotation
    @interface Denied {}

    @Adjustable(false)
    @Uniform(min = 1, max = 9)
    @interface Width {}

    @Width
    @interface Wide {}

    @Adjustable
    @interface Changes {}

    @Adjustable
    @LogUniform(min = 0, max = 1)
//                    ^ BOUND_LOG: Adjustables.Broken: @LogUniform min (0.0) must be above 0; use @Uniform if 0.0 is meant
    @interface Broken {}

    @SearchSpace
    record Members(
            @HiddenUnits @Adjustable int units,
//                       ^ ADJUSTABLE_STRUCTURE: Adjustables.Members.units: @Adjustable (on what @HiddenUnits says is structure) must stand at what may change while a model trains; remove it, or give the domain by another annotation
            @Adjustable @HiddenLayers int layers,
//          ^ ADJUSTABLE_STRUCTURE: Adjustables.Members.layers: @Adjustable (on what @HiddenLayers says is structure) must stand at what may change while a model trains; remove it, or give the domain by another annotation
            @Size(min = 1, max = 2) @HiddenUnits @Adjustable List<Integer> sizes,
//                                               ^ ADJUSTABLE_STRUCTURE: Adjustables.Members.sizes: @Adjustable (on what @HiddenUnits says is structure) must stand at what may change while a model trains; remove it, or give the domain by another annotation
            @Wide @Adjustable double ofOwn,
//                ^ ADJUSTABLE_STRUCTURE: Adjustables.Members.ofOwn: @Adjustable (on what @Width says is structure) must stand at what may change while a model trains; remove it, or give the domain by another annotation
            @Width @Changes double sameDistance,
//                 ^ ADJUSTABLE_STRUCTURE: Adjustables.Members.sameDistance: @Adjustable of @Changes (on what @Width says is structure) must stand at what may change while a model trains; remove it, or give the domain by another annotation
            @Denied int reportedThere,
            @Broken double thereToo,
            @LearningRate @Adjustable int wrong,
//          ^ BOUND_FRACTION: Adjustables.Members.wrong: @LogUniform min of @LearningRate (1.0E-4) must be a whole number for int; round it, or make the member a double
            @HiddenUnits @Adjustable String both,
//          ^ WRONG_TYPE: Adjustables.Members.both: type (String) must be double, float, int or long for @Uniform of @HiddenUnits; use @Choice
//                       ^ ADJUSTABLE_STRUCTURE: Adjustables.Members.both: @Adjustable (on what @HiddenUnits says is structure) must stand at what may change while a model trains; remove it, or give the domain by another annotation
            @Adjustable double noDomain,
//                             ^ NO_DOMAIN: Adjustables.Members.noDomain: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice
            @Adjustable Inner inner,
//          ^ ADJUSTABLE_WITHOUT_DOMAIN: Adjustables.Members.inner: type (Adjustables.Inner) must have a domain of its own for @Adjustable, as the choice of a type and the length of a list are structure; put it at members of that type
            @Adjustable(false) Inner fixed,
//          ^ ADJUSTABLE_WITHOUT_DOMAIN: Adjustables.Members.fixed: type (Adjustables.Inner) must have a domain of its own for @Adjustable, as the choice of a type and the length of a list are structure; put it at members of that type
            @Changes Kind kind,
//          ^ ADJUSTABLE_WITHOUT_DOMAIN: Adjustables.Members.kind: type (Adjustables.Kind) must have a domain of its own for @Adjustable of @Changes, as the choice of a type and the length of a list are structure; put it at members of that type
            @Size(min = 1, max = 2) @Adjustable List<Inner> inners) {}
//                                  ^ ADJUSTABLE_WITHOUT_DOMAIN: Adjustables.Members.inners: type (List<Adjustables.Inner>) must have a domain of its own for @Adjustable, as the choice of a type and the length of a list are structure; put it at members of that type

    @SearchSpace
    record Inner(boolean on) {}

    @SearchSpace
    sealed interface Kind {
        record Dense(@HiddenUnits @Adjustable int units) implements Kind {}
//                                ^ ADJUSTABLE_STRUCTURE: Adjustables.Kind.Dense.units: @Adjustable (on what @HiddenUnits says is structure) must stand at what may change while a model trains; remove it, or give the domain by another annotation
    }

    @SearchSpace
    static class Fields {
        @Adjustable String name = "";
//                         ^ NO_DOMAIN: Adjustables.Fields.name: type (String) must have a domain; add @Choice({"first", "second"})
        @Adjustable final boolean last = true;
//                                ^ FIELD_FINAL: Adjustables.Fields.last: field (last) must not be final; remove final, or make the class a record
        @Adjustable static boolean shared;
//      ^ FIELD_STATIC: Adjustables.Fields.shared: field (shared) must not be static; remove @Adjustable, or static
        @Adjustable Object other;
//                         ^ UNSUPPORTED_TYPE: Adjustables.Fields.other: type (Object) must be a number, boolean, String, enum, search space or List of these; compute it from members that are
    }

    enum Mode {
        @Adjustable FAST
//      ^ STRAY: Adjustables.Mode.FAST: @Adjustable (in enum Mode) must be at a member whose type is the enum; annotate that member
    }
}
