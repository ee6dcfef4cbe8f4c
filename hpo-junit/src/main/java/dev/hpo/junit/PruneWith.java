// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.pruner.Pruner;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Chooses the pruner of a {@link TuningTest}, or of all those in a class. The configuration parameter {@code hpo.pruner}, a
 * short name such as {@code median} or {@code none}, or a class name, goes before it.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface PruneWith {

    /** The pruner, which must have a constructor without parameters. */
    Class<? extends Pruner> value();
}
