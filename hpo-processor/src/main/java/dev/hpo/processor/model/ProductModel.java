// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The space of a record or class: all of its members together.
 *
 * @param type the record or class
 * @param construction how an instance is made
 * @param members the parameters and nested spaces, in the order of declaration
 * @param start where the start configuration comes from
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ProductModel(TypeId type, Construction construction, List<MemberModel> members, Start start)
        implements SpaceModel {

    /** Creates a model. */
    public ProductModel {
        members = List.copyOf(members);
    }

    /** How an instance is made of its members' values. */
    public enum Construction {
        /** By the canonical constructor. */
        RECORD,
        /** By the constructor without arguments, then one member after the other. */
        CLASS,
        /** By the method that returns the start, then one member after the other. */
        START
    }

    /** Where the start configuration comes from. */
    public sealed interface Start {
        /** There is none. */
        record None() implements Start {}

        /**
         * A static method without arguments returns it.
         *
         * @param name the method's name
         */
        record Method(String name) implements Start {}

        /** A new instance is it, if its values say so at run time. */
        record NewInstance() implements Start {}
    }
}
