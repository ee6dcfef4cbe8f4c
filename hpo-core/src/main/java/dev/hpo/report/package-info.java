/** Pure functions from a history to text, CSV and JSON; in {@code html}, to pages. */
@NullMarked
package dev.hpo.report;

import org.jspecify.annotations.NullMarked;
