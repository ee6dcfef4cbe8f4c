// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The space of a sealed type: one of its permitted types.
 *
 * @param type the sealed type
 * @param alternatives the permitted types, in their order
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ChoiceModel(TypeId type, List<Alternative> alternatives) implements SpaceModel {

    /** Creates a model. */
    public ChoiceModel {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * A permitted type.
     *
     * @param type its name
     * @param text the text that stands for it, with the texts that did before
     * @param segment the part of its parameters' names that stands for it
     * @param inline its space, unless the type has a generated class of its own
     */
    public record Alternative(TypeId type, Naming text, Naming segment, Optional<SpaceModel> inline) {}
}
