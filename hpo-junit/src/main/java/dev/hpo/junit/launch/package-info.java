/** What JUnit's launcher knows, and what is printed after it. */
@NullMarked
package dev.hpo.junit.launch;

import org.jspecify.annotations.NullMarked;
