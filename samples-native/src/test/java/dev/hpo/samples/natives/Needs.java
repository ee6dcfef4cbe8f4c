// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.natives;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks a test class that is skipped, and says why, where a native library does not load. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NativeCondition.class)
public @interface Needs {
    NativeLibrary value();
}
