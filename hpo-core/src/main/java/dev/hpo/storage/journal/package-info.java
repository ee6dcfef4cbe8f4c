/**
 * A file in the journal format of Optuna, as studies are kept in it: what several processes append to it, read in its order,
 * is the truth. Internal.
 */
@NullMarked
package dev.hpo.storage.journal;

import org.jspecify.annotations.NullMarked;
