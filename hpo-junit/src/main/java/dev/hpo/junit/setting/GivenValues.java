// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.junit.TuningConfigurationException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads values: a configuration parameter where one is given, else an attribute of the annotation.
 *
 * @param test what errors call the test
 * @param annotation what they call its annotation
 * @param parameters returns the value of a configuration parameter by its key
 */
record GivenValues(String test, String annotation, Function<String, Optional<String>> parameters) {

    /** Returns the configuration parameter of a setting, if one is given. */
    Optional<String> text(Setting setting) {
        return parameters.apply(setting.key()).map(String::strip);
    }

    /** Returns how a setting is given where the test is run, without its value. */
    String option(Setting setting) {
        return parameters.apply(Settings.LAUNCHER).isPresent() ? setting.launcherOption() : setting.option();
    }

    long whole(Setting setting, long attribute, long min, long max) {
        Optional<String> given = text(setting);
        long value = given.isPresent() ? whole(setting, given.get()) : attribute;
        if (value < min || value > max) {
            throw given.map(text -> badText(setting, text)).orElseGet(() -> bad(setting, String.valueOf(value)));
        }
        return value;
    }

    long whole(Setting setting, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw badText(setting, text);
        }
    }

    boolean flag(Setting setting, boolean attribute) {
        Optional<String> given = text(setting);
        if (given.isEmpty()) {
            return attribute;
        }
        return switch (given.get()) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw badText(setting, given.get());
        };
    }

    <T> Optional<T> parsed(Setting setting, Function<String, Optional<T>> parser) {
        return text(setting).map(given -> parser.apply(given).orElseThrow(() -> badText(setting, given)));
    }

    /** Returns the error for a configuration parameter. */
    TuningConfigurationException badText(Setting setting, String given) {
        return setting.bad(given, option(setting));
    }

    /** Returns the error for an attribute of the annotation. */
    TuningConfigurationException bad(Setting setting, String value) {
        return new TuningConfigurationException(annotation + " " + setting.attribute() + " (" + value + ") must be "
                + setting.allowed() + "; change it at " + test + ".");
    }
}
