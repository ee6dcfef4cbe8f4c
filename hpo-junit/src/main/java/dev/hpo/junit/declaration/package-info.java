/** What a test class says. */
@NullMarked
package dev.hpo.junit.declaration;

import org.jspecify.annotations.NullMarked;
