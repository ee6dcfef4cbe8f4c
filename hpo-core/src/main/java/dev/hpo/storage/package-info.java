/** Where trials are kept. */
@NullMarked
package dev.hpo.storage;

import org.jspecify.annotations.NullMarked;
