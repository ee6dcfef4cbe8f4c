/** Pure functions from a history to text, CSV and JSON. */
@NullMarked
package dev.hpo.report;

import org.jspecify.annotations.NullMarked;
