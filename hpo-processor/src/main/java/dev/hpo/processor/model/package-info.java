/** The model of a search space as plain records, without any compiler type. */
@NullMarked
package dev.hpo.processor.model;

import org.jspecify.annotations.NullMarked;
