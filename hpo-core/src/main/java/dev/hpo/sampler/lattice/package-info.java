/** Search spaces with finitely many points: counted exactly, each point found by its rank; internal. */
@NullMarked
package dev.hpo.sampler.lattice;

import org.jspecify.annotations.NullMarked;
