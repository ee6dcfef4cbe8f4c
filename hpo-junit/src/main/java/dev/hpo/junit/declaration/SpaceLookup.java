// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.space.Space;
import dev.hpo.space.SpaceRefusedException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import org.jspecify.annotations.Nullable;

/** Finds the generated search space of a configuration type. */
final class SpaceLookup {

    private SpaceLookup() {}

    /**
     * Returns the generated space of a type, which may be package-private.
     *
     * @throws TuningConfigurationException if there is none, because the annotation processor did not run, or has refused the type
     */
    static Space<?> of(Class<?> type) {
        String name = generatedName(type);
        try {
            Field field = Class.forName(name, true, type.getClassLoader()).getDeclaredField("SPACE");
            field.setAccessible(true);
            return accepted(type, field.get(null));
        } catch (ClassNotFoundException e) {
            throw new TuningConfigurationException(missing(type, name));
        } catch (NoSuchFieldException e) {
            throw new TuningConfigurationException(taken(type, name));
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            throw new TuningConfigurationException(
                    name + " (in module " + type.getModule().getName() + ") must be open to hpo; "
                            + ClosedPackage.of(type).advice() + ".");
        } catch (ExceptionInInitializerError e) {
            throw new TuningConfigurationException(name + " could not be made: " + e.getCause(), e);
        }
    }

    /** The space of a type that the processor has refused can be had, but not used. */
    private static Space<?> accepted(Class<?> type, @Nullable Object held) {
        if (!(held instanceof Space<?> space)) {
            throw new TuningConfigurationException(taken(type, generatedName(type)));
        }
        try {
            space.scope();
            return space;
        } catch (SpaceRefusedException e) {
            throw new TuningConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String taken(Class<?> type, String generated) {
        return generated + " (a class that was not generated) must not have the name of the class to be generated for "
                + display(type) + "; rename one of them.";
    }

    /** {@code pkg.Outer.Inner} has {@code pkg.Outer_InnerSpace}. */
    private static String generatedName(Class<?> type) {
        String packageName = type.getPackageName();
        String simpleName = names(type, "_") + "Space";
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    /** Not from the binary name, since a dollar may be a part of a simple one. */
    private static String names(Class<?> type, String separator) {
        Class<?> outer = type.getDeclaringClass();
        return (outer == null ? "" : names(outer, separator) + separator) + type.getSimpleName();
    }

    private static String display(Class<?> type) {
        String packageName = type.getPackageName();
        return (packageName.isEmpty() ? "" : packageName + ".") + names(type, ".");
    }

    private static String missing(Class<?> type, String generated) {
        return """
                No search space was generated for %s (expected class %s).
                The annotation processor did not run when %s was compiled. JDK 23 and later run no processor
                found only on the class path. Add to maven-compiler-plugin:
                  <annotationProcessorPaths><path>
                    <groupId>dev.hpo</groupId><artifactId>hpo-processor</artifactId><version>...</version>
                  </path></annotationProcessorPaths>
                (Gradle: annotationProcessor / testAnnotationProcessor "dev.hpo:hpo-processor:..."), then build cleanly.
                If it did run, its error at the type says why it could write no class.""".formatted(display(type), generated, type.getSimpleName());
    }
}
