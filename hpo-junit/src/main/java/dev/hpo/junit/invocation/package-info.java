/** One trial as JUnit runs it. */
@NullMarked
package dev.hpo.junit.invocation;

import org.jspecify.annotations.NullMarked;
