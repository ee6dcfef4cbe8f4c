// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.PruneWith;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.declaration.ClosedPackage;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.setting.Settings;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Pruners;
import dev.hpo.sampler.Sampler;
import dev.hpo.sampler.Samplers;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Map;
import java.util.Optional;

/** The sampler and the pruner that a test asks for. */
final class Parts {

    private final TuningMethod method;
    private final Settings settings;

    Parts(TuningMethod method, Settings settings) {
        this.method = method;
        this.settings = settings;
    }

    /**
     * Returns the sampler; empty for the default.
     *
     * @throws TuningConfigurationException if there is none of the given name
     */
    Optional<Sampler> sampler() {
        return settings.text(Setting.SAMPLER).map(this::sampler).or(() -> method.sampler()
                .map(asked -> make("@SampleWith", asked.value(), Sampler.class)));
    }

    /**
     * Returns the sampler that chooses where the members of a population begin; empty for the default.
     *
     * @throws TuningConfigurationException if there is none of the given name, or if it does more than to choose
     */
    Optional<Sampler> starts() {
        Optional<Sampler> chosen = sampler();
        chosen.filter(found -> found.promotes() || found.forks()).ifPresent(found -> {
            throw new TuningConfigurationException(
                    "sampler (" + found.getClass().getSimpleName()
                            + ") must only choose where the members of " + method.shortName()
                            + " begin, and not go on with trials itself; take another one, or leave it out.");
        });
        return chosen;
    }

    /**
     * Returns the pruner; empty for the default.
     *
     * @throws TuningConfigurationException if there is none of the given name, or an option is not right
     */
    Optional<Pruner> pruner() {
        Map<String, String> options = settings.prunerOptions();
        Optional<String> name = settings.text(Setting.PRUNER);
        if (name.filter(given -> given.indexOf('.') >= 0).isPresent()) {
            Class<?> type = load(Setting.PRUNER, name.get());
            return Optional.of(
                    PrunerChoice.of(type).with(options).make(() -> make(Setting.PRUNER.key(), type, Pruner.class)));
        }
        if (name.isPresent()) {
            return Optional.of(PrunerChoice.named(name.get(), options));
        }
        if (method.pruner().isPresent()) {
            PruneWith asked = method.pruner().get();
            return Optional.of(
                    PrunerChoice.of(asked).with(options).make(() -> make("@PruneWith", asked.value(), Pruner.class)));
        }
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(PrunerChoice.named(Pruners.names().get(0), options));
    }

    private Sampler sampler(String name) {
        if (name.indexOf('.') >= 0) {
            return make(Setting.SAMPLER.key(), load(Setting.SAMPLER, name), Sampler.class);
        }
        try {
            return Samplers.named(name);
        } catch (IllegalArgumentException e) {
            throw new TuningConfigurationException("hpo." + e.getMessage(), e);
        }
    }

    private Class<?> load(Setting setting, String name) {
        try {
            return Class.forName(name, true, method.testClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new TuningConfigurationException(
                    setting.key() + " (" + name + ") must be " + setting.allowed()
                            + "; there is no class of that name.",
                    e);
        }
    }

    private static <P> P make(String asked, Class<?> type, Class<P> part) {
        String what = asked + " (" + type.getName() + ") must ";
        if (!part.isAssignableFrom(type)) {
            throw new TuningConfigurationException(
                    what + "implement " + part.getSimpleName() + "; name another class.");
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return part.cast(constructor.newInstance());
        } catch (InaccessibleObjectException e) {
            throw new TuningConfigurationException(
                    what + "be open to hpo; " + ClosedPackage.of(type).advice() + ".");
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new TuningConfigurationException(what + "have a constructor without parameters; add one.", e);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw new TuningConfigurationException(what + "be made by its constructor; it threw " + e.getCause(), e);
        }
    }
}
