// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.launch.Console;
import dev.hpo.report.BestProperties;
import dev.hpo.report.StudyView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the best configuration. */
@Command(
        name = "best",
        description = "Prints the best configuration of a run as the properties that Space.load reads.",
        footer = "%nTuningLauncher best DigitsTuning.tune > best.properties")
final class BestCommand extends KeptCommand {

    @Mixin
    private final StudyChoice choice = new StudyChoice();

    @Override
    boolean isDone() {
        KeptStudy study = choice.study();
        StudyView view = KeptView.of(study, choice.read(study));
        Console.hand(BestProperties.text(view)
                .orElseThrow(() -> new CommandException(study.shown() + ", run "
                        + view.run().number() + " must have a complete trial; none of its "
                        + view.history().size() + " is.")));
        return true;
    }
}
