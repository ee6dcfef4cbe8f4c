// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.function.Consumer;

/** What a search space is made of: a parameter, a list, or a space of its own. */
public interface Member {

    /** Hands every parameter of it to a consumer, a parent before what depends on it. */
    void forEachParameter(Consumer<? super Parameter<?>> consumer);
}
