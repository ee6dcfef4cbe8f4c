// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import java.util.Optional;
import org.apiguardian.api.API;

/** What a member holds. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface Content {

    /**
     * One value.
     *
     * @param type the type of the value
     * @param enumType the enum, if it is one
     * @param range the values it can take
     * @param belief where good values are believed to lie
     * @param isAdjustable whether it may change while a model trains
     */
    record Scalar(ValueType type, Optional<TypeId> enumType, Range range, Optional<Belief> belief, boolean isAdjustable)
            implements Content {

        /** Returns the same with a belief. */
        public Scalar believing(Belief value) {
            return new Scalar(type, enumType, range, Optional.of(value), isAdjustable);
        }

        /** Returns the same as one that may change, or may not. */
        public Scalar adjusting(boolean may) {
            return new Scalar(type, enumType, range, belief, may);
        }
    }

    /**
     * A space of its own.
     *
     * @param type the type of the space's instances
     */
    record Nested(TypeId type) implements Content {}

    /**
     * A list of values.
     *
     * @param min the smallest size
     * @param max the largest size
     * @param element what each element is
     */
    record ScalarList(int min, int max, Scalar element) implements Content {}

    /**
     * A list of spaces.
     *
     * @param min the smallest size
     * @param max the largest size
     * @param element the type of the elements
     */
    record NestedList(int min, int max, TypeId element) implements Content {}
}
