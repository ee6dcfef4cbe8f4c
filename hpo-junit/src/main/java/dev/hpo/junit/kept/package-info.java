/** Commands about studies that are kept in files, which need neither the classes of these studies nor JUnit. */
@NullMarked
package dev.hpo.junit.kept;

import org.jspecify.annotations.NullMarked;
