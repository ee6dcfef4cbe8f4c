// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.storage.journal.SpaceMapping;
import dev.hpo.storage.journal.StoredTrial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what another tool has tried, or somebody wants to be tried, fits a space.
 *
 * @param configuration the values that fit
 * @param misfit what does not, for people; empty if all of it fits
 */
record Fit(Configuration configuration, Optional<String> misfit) {

    /** Returns how the whole configuration of a trial fits that another tool has begun. */
    static Fit ofBegun(Space<?> space, SpaceMapping mapping, StoredTrial trial) {
        Collected collected = new Collected(space, mapping);
        collected.addParameters(trial);
        Fit fit = collected.fit();
        return fit.misfit.isPresent() ? fit : new Fit(fit.configuration, whole(space, fit.configuration));
    }

    /** Returns how the values fit that a queued trial is to have, which need not be all. */
    static Fit ofQueued(Space<?> space, SpaceMapping mapping, StoredTrial trial) {
        Collected collected = new Collected(space, mapping);
        collected.addFixed(trial.systemAttributes().get(TrialAttributes.FIXED));
        // Optuna too lets a value that is set count more than one that is asked for.
        collected.addParameters(trial);
        return collected.fit();
    }

    /** What the best trial has must be possible to make, so that a configuration that its type rejects does not fit either. */
    private static Optional<String> whole(Space<?> space, Configuration configuration) {
        try {
            space.check(configuration);
            space.decode(configuration);
            return Optional.empty();
        } catch (ConfigurationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Optional.of(space.typeName() + " rejects it: " + e);
        }
    }

    /** The values so far. */
    private static final class Collected {

        private final Space<?> space;
        private final SpaceMapping mapping;
        private final Map<String, Object> values = new HashMap<>();
        private final Map<String, String> misfits = new LinkedHashMap<>();

        Collected(Space<?> space, SpaceMapping mapping) {
            this.space = space;
            this.mapping = mapping;
        }

        void addParameters(StoredTrial trial) {
            trial.parameters().forEach((name, assignment) -> add(name, () -> SpaceMapping.external(assignment)));
            trial.unreadable().forEach((name, fault) -> misfits.put(name, name + " cannot be read: " + fault));
        }

        void addFixed(@Nullable Object fixed) {
            if (fixed instanceof Map<?, ?> map) {
                map.forEach((name, value) -> add(String.valueOf(name), () -> value));
            } else if (fixed != null) {
                misfits.put(
                        TrialAttributes.FIXED,
                        TrialAttributes.FIXED + " (" + fixed + ") must have values by the names of parameters");
            }
        }

        private void add(String name, External external) {
            try {
                Parameter<?> parameter = space.parameter(name)
                        .orElseThrow(() -> new ConfigurationException("parameter (" + name
                                + ") must be one of the space: "
                                + space.parameters().stream()
                                        .map(Parameter::name)
                                        .toList()));
                values.put(parameter.name(), mapping.raw(parameter, external.get()));
                misfits.remove(name);
            } catch (ConfigurationException e) {
                misfits.put(name, String.valueOf(e.getMessage()));
            }
        }

        Fit fit() {
            Configuration.Builder builder = Configuration.builder();
            for (Parameter<?> parameter : space.parameters()) {
                Object raw = values.get(parameter.name());
                if (raw != null) {
                    builder.setRaw(parameter, raw);
                }
            }
            List<String> texts = new ArrayList<>(misfits.values());
            return new Fit(builder.build(), texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts)));
        }
    }

    /** Gives a value as Optuna hands it out. */
    private interface External {
        @Nullable
        Object get();
    }
}
