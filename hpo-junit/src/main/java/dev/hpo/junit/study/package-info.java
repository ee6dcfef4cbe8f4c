/** The study of a tuning test, from its beginning to its files. */
@NullMarked
package dev.hpo.junit.study;

import org.jspecify.annotations.NullMarked;
