/** How JUnit and people come in: the invocations of a tuning test, and the launcher. */
@NullMarked
package dev.hpo.junit.door;

import org.jspecify.annotations.NullMarked;
