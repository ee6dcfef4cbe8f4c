/** What earlier studies are good for: a pure function that any sampler with a model can use. */
@NullMarked
package dev.hpo.sampler.warm;

import org.jspecify.annotations.NullMarked;
