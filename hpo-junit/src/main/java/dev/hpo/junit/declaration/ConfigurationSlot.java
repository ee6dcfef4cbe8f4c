// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A place in a signature that takes a configuration.
 *
 * @param type the configuration type
 * @param name the name that {@link Name} gives it; empty without one
 */
@API(status = Status.INTERNAL, since = "0.1")
public record ConfigurationSlot(Class<?> type, Optional<String> name) {

    /** Annotations by others that only document: they do not claim a parameter for another extension. */
    private static final Set<String> HARMLESS = Set.of("NonNull", "Nonnull", "NotNull", "Nullable", "SuppressWarnings");

    /** Returns the slot of a parameter that is ours; empty for one of another type, or claimed by a foreign annotation. */
    static Optional<ConfigurationSlot> of(Parameter parameter) {
        if (!parameter.getType().isAnnotationPresent(SearchSpace.class) || isClaimed(parameter)) {
            return Optional.empty();
        }
        Optional<String> name =
                Optional.ofNullable(parameter.getAnnotation(Name.class)).map(Name::value);
        return Optional.of(new ConfigurationSlot(parameter.getType(), name));
    }

    /** Returns whether another extension's annotation is on a parameter. */
    public static boolean isClaimed(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type != Name.class && !HARMLESS.contains(type.getSimpleName()));
    }

    /** Returns what the parameters of this configuration are prefixed with where there are several. */
    String prefix() {
        String simpleName = type.getSimpleName();
        return name.orElseGet(() -> Character.toLowerCase(simpleName.charAt(0)) + simpleName.substring(1));
    }

    @Override
    public String toString() {
        return name.map(given -> "@Name(\"" + given + "\") ").orElse("") + type.getSimpleName();
    }
}
