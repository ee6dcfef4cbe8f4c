/** The annotation processor: its entry point, its rounds and its messages. */
@NullMarked
package dev.hpo.processor;

import org.jspecify.annotations.NullMarked;
