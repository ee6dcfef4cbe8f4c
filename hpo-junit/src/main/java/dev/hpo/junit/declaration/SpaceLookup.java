// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.space.Space;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;

/** Finds the generated search space of a configuration type. */
final class SpaceLookup {

    private SpaceLookup() {}

    /**
     * Returns the generated space of a type, which may be package-private.
     *
     * @throws TuningConfigurationException if there is none, because the annotation processor did not run
     */
    static Space<?> of(Class<?> type) {
        String name = generatedName(type);
        try {
            Field field = Class.forName(name, true, type.getClassLoader()).getDeclaredField("SPACE");
            field.setAccessible(true);
            return (Space<?>) field.get(null);
        } catch (ClassNotFoundException | NoSuchFieldException e) {
            throw new TuningConfigurationException(missing(type, name));
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            throw new TuningConfigurationException(
                    name + " (in module " + type.getModule().getName() + ") must be open to hpo; "
                            + ClosedPackage.of(type).advice() + ".");
        } catch (ExceptionInInitializerError e) {
            throw new TuningConfigurationException(name + " could not be made: " + e.getCause(), e);
        }
    }

    /** {@code pkg.Outer.Inner} has {@code pkg.Outer_InnerSpace}. */
    private static String generatedName(Class<?> type) {
        String packageName = type.getPackageName();
        String inPackage =
                packageName.isEmpty() ? type.getName() : type.getName().substring(packageName.length() + 1);
        String simpleName = inPackage.replace('$', '_') + "Space";
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    private static String missing(Class<?> type, String generated) {
        return """
                No search space was generated for %s (expected class %s).
                The annotation processor did not run when %s was compiled. JDK 23 and later run no processor
                found only on the class path. Add to maven-compiler-plugin:
                  <annotationProcessorPaths><path>
                    <groupId>dev.hpo</groupId><artifactId>hpo-processor</artifactId><version>...</version>
                  </path></annotationProcessorPaths>
                (Gradle: annotationProcessor / testAnnotationProcessor "dev.hpo:hpo-processor:..."), then build cleanly.""".formatted(type.getName().replace('$', '.'), generated, type.getSimpleName());
    }
}
