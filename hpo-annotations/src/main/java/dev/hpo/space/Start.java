// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a study of a configuration type begins: the start configuration, or why there is none.
 *
 * @param instance the start configuration, if there is one
 * @param reason why there is none, for people: {@code Crawler.threads (0) is not in 1 to 64}; empty if there is one, or if nobody
 *     will miss it
 * @param <T> the configuration type
 */
public record Start<T>(Optional<T> instance, String reason) {

    /** Creates a start, its reason on one line. */
    public Start {
        reason = VisibleText.of(reason);
    }

    /** Returns no start, without more ado: the type does not say where to begin. */
    public static <T> Start<T> none() {
        return none("");
    }

    /**
     * Returns no start.
     *
     * @param reason why, for people
     */
    public static <T> Start<T> none(String reason) {
        return new Start<>(Optional.empty(), reason);
    }

    /** Returns an instance as the start. */
    public static <T> Start<T> of(T instance) {
        return new Start<>(Optional.of(instance), "");
    }

    /**
     * Returns a new instance as the start if it is one: its constructor returns, every member lies in its domain, and at least one
     * differs from what the JVM gives to a field (0, false, null). So nothing is invented for a class that says nothing.
     *
     * @param space the space of the instance
     * @param constructor makes it
     */
    public static <T> Start<T> ofNew(Space<T> space, Supplier<T> constructor) {
        T instance;
        try {
            instance = constructor.get();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Exception | Error e) {
            return none(space.typeName() + "() threw " + text(e));
        }
        Configuration.Builder builder = Configuration.builder();
        try {
            space.encode(instance, builder);
        } catch (ConfigurationException e) {
            return none(misfit(space, builder.members(), e));
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Exception | Error e) {
            return none("the members of " + space.typeName() + " could not be read: " + text(e));
        }
        return builder.members().differ()
                ? of(instance)
                : none(space.typeName() + " has no value but 0, false and null; if they are meant, return it from an"
                        + " @Initial method");
    }

    private static String misfit(Space<?> space, Members members, ConfigurationException fault) {
        String misfit = members.misfit();
        if (misfit.isEmpty()) {
            return text(fault);
        }
        String prefix = space.scope().name();
        boolean isPlaced = !prefix.isEmpty() && misfit.startsWith(prefix + ".");
        return space.typeName() + "." + (isPlaced ? misfit.substring(prefix.length() + 1) : misfit);
    }

    /** Returns the first line of the text of what was thrown, which may itself throw when it is asked, or say nothing. */
    static String text(Throwable thrown) {
        try {
            return VisibleText.firstLine(thrown.toString());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return thrown.getClass().getName();
        }
    }
}
