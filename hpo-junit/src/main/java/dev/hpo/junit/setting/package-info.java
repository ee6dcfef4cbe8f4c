/** Configuration parameters. */
@NullMarked
package dev.hpo.junit.setting;

import org.jspecify.annotations.NullMarked;
