/** Who may write to a file that several processes write to, Java's and others; internal. */
@NullMarked
package dev.hpo.storage.journal.lock;

import org.jspecify.annotations.NullMarked;
