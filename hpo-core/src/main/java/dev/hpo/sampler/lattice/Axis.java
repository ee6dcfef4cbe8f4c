// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.lattice;

import dev.hpo.space.Domain;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The finitely many values that one parameter takes on a lattice, numbered from 0; numbers ascend. */
@API(status = Status.INTERNAL, since = "0.1")
public interface Axis {

    /** Returns the number of values, at least 1. */
    long size();

    /**
     * Returns a value.
     *
     * @param index from 0 to below {@link #size()}
     */
    Object value(long index);

    /** Returns all values of a domain with gaps. */
    static Axis of(Domain domain) {
        return new Axis() {
            @Override
            public long size() {
                return domain.cardinality();
            }

            @Override
            public Object value(long index) {
                return domain.valueAt(index);
            }
        };
    }

    /** Returns some values. */
    static Axis of(List<?> values) {
        return new Axis() {
            @Override
            public long size() {
                return values.size();
            }

            @Override
            public Object value(long index) {
                return values.get((int) index);
            }
        };
    }
}
