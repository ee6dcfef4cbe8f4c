/** The lines of Optuna's journal format as types, their writer and their reader; internal. */
@NullMarked
package dev.hpo.storage.journal.line;

import org.jspecify.annotations.NullMarked;
