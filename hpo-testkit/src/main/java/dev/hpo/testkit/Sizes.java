// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

/** How much the suites do. */
final class Sizes {

    /** Whether studies are longer, and there are more of them: the system property {@code dev.hpo.testkit.long}. */
    static final boolean LONG = Boolean.getBoolean("dev.hpo.testkit.long");

    private Sizes() {}
}
