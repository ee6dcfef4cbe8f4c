// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.ConfigurationProperties;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The best configuration as the text of a {@code .properties} file, which {@code Space.load} reads. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class BestProperties {

    private BestProperties() {}

    /** Returns the text, whose head says where the configuration comes from; empty if no trial is complete. */
    public static Optional<String> text(StudyView view) {
        return view.best().map(best -> text(view, best));
    }

    private static String text(StudyView view, TrialRecord best) {
        StringBuilder text = new StringBuilder();
        try {
            ConfigurationProperties.write(view.space(), best.configuration(), comment(view, best), text);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }

    private static String comment(StudyView view, TrialRecord best) {
        return VisibleText.of(view.facts().study()) + ", run " + view.run().number() + ", trial " + best.number() + "\n"
                + view.facts().direction().name().toLowerCase(Locale.ROOT) + " "
                + VisibleText.of(view.run().metric()) + ": " + best.value().orElseThrow();
    }
}
