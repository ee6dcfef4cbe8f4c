/** Tuning tests for JUnit: the annotations, the extension and the command line. */
@NullMarked
package dev.hpo.junit;

import org.jspecify.annotations.NullMarked;
