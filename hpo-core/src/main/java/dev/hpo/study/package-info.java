/** The study, which joins space, sampler, pruner and storage by ask and tell. */
@NullMarked
package dev.hpo.study;

import org.jspecify.annotations.NullMarked;
