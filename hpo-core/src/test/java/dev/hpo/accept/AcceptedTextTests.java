// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.accept.AcceptedException.Fault;
import dev.hpo.confirm.Sample;
import dev.hpo.report.BestProperties;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationProperties;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTextTests {

    private static final Configuration CONFIGURATION =
            KnobsSpace.SPACE.configuration(new Knobs(.0031, 32, "fancy one"));

    private static final Evidence EVIDENCE = new Evidence(
            new Evidence.Origin(new RunId("DigitsTuning.tune", 3), 17, .0698, -12345),
            new Evidence.Measure("validation loss", new Aim(Direction.MINIMIZE, Of.LAST)),
            new Evidence.Fresh(new Sample(List.of(.07, .0712, .1, .25, 1e-7)), 2),
            LocalDate.of(2026, 3, 1),
            "00ff");

    private static String text() {
        return AcceptedText.of(KnobsSpace.SPACE, CONFIGURATION, EVIDENCE);
    }

    private static AcceptedConfiguration read(String text) {
        return AcceptedText.read(KnobsSpace.SPACE, text, "knobs.properties");
    }

    @Test
    void text_saysWhatSpeaksForIt() {
        assertThat(text()).isEqualTo("""
# DigitsTuning.tune, run 3, trial 17
# accepted: 2026-03-01
# metric: validation loss
# direction: minimize
# of: last
# mean: 0.09824002000000001
# spread: 0.0924850425095972, the standard deviation of a run
# runs: 5, which have chosen nothing
# values: 0.07, 0.0712, 0.1, 0.25, 1E-7
# failed runs: 2
# searched: 0.0698
# seed: -12345
# space: 00ff
# check: CHECK
rate = 0.0031
units = 32
kind = fancy one
""".replace("CHECK", read(text()).check()));
    }

    @Test
    void text_isReadAsItWas() {
        AcceptedConfiguration read = read(text());

        assertThat(read.configuration()).isEqualTo(CONFIGURATION);
        assertThat(read.evidence()).isEqualTo(EVIDENCE);
        assertThat(read.check()).matches("[0-9a-f]{16}");
    }

    @Test
    void text_isTheSameInEveryLanguage() {
        String english = text();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(text()).isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void text_namesItsRunAsThatOfABestDoes() throws IOException {
        assertThat(BestProperties.run("DigitsTuning.tune", new StringReader(text())))
                .hasValue(3);
    }

    @Test
    void numbers_areReadAsTheyWere() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(EvidenceText.number(value))).isEqualTo(value);
            }
        }
        assertThat(EvidenceText.number(-0.0)).isEqualTo("-0.0");
        assertThat(EvidenceText.number(2.0)).isEqualTo("2");
    }

    @Test
    void lineEndsMarksAndCommentsOfOthers_doNotMatter() {
        String text = "\uFEFF# Copyright: us\n\n" + text();

        assertThat(read(text.replace("\n", "\r\n")).evidence()).isEqualTo(EVIDENCE);
    }

    @Test
    void spaceThatHasChangedSince_isTold() {
        String text = text();

        assertThatThrownBy(() -> AcceptedText.read(LeversSpace.SPACE, text, "knobs.properties"))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.INADMISSIBLE))
                .hasMessageContaining("knobs.properties: rate value (0.0031) must be")
                .hasMessageContaining("knobs.properties: units")
                .hasMessageEndingWith("as it is now; search again and accept what is found, or undo the change");
    }

    @Test
    void constructorThatRefusesTheValues_isTold() throws IOException {
        Configuration refused = ConfigurationProperties.read(
                KnobsSpace.SPACE, new StringReader("rate = .1\nunits = 13\nkind = plain\n"), "test");
        String text = AcceptedText.of(KnobsSpace.SPACE, refused, EVIDENCE);

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.INADMISSIBLE))
                .hasMessage(
                        "knobs.properties must have values that the constructor of Knobs takes, which says: 13 units bring bad luck; search again and accept what is found, or undo the change");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate = 0.0031 | rate = 7 | knobs.properties: rate value (7.0) must be",
                "units = 32 | unit = 32 | knobs.properties: unit",
                "units = 32 | units = many | knobs.properties: units value (many) must be",
                "units = 32 | units = 13 | knobs.properties must have values that the constructor of Knobs takes, which says: 13 units bring bad luck",
                "kind = fancy one | kind = fancy 1 | knobs.properties: kind value (fancy 1) must be",
            })
    void valueThatWasChangedToNoneOfTheSpace_isDamageAndNamed(String line, String edited, String message) {
        assertThatThrownBy(() -> read(text().replace(line, edited)))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED))
                .hasMessageContaining("values or evidence were changed by hand")
                .hasMessageContaining("; restore the file, or accept a result anew\n" + message.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate = 0.0031", "units = 32", "# seed: -12345", "# check", "# DigitsTuning.tune, run 3"})
    void mergeThatWasLeft_isDamage(String line) {
        String text =
                text().replace(line, "<<<<<<< HEAD\n" + line + "1\n=======\n" + line + "\n>>>>>>> other\n" + line);

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED))
                .hasMessage(
                        "knobs.properties: lines that a merge has left (<<<<<<<) must not be there; take one side of it as a whole; restore the file, or accept a result anew");
    }

    @Test
    void textThatWasCut_isDamagedOrUnproven() {
        String text = text();
        for (int end = 0; end < text.length() - 1; end++) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOfSatisfying(
                            AcceptedException.class,
                            e -> assertThat(e.fault()).as(cut).isIn(Fault.DAMAGED, Fault.UNPROVEN));
        }
        assertThatThrownBy(() -> read("")).isInstanceOfSatisfying(AcceptedException.class, e -> assertThat(e.fault())
                .isEqualTo(Fault.UNPROVEN));
    }

    @Test
    void commentsOfOthers_doNotMatterWhateverTheySay() {
        String text = text().replace("# check:", "! note: by hand\n# check:")
                .replace("units =", "\n  ! run again: soon\n# seed: 4\n# check: it\nunits =");

        AcceptedConfiguration read = read("""
# metric: see the manual
# DigitsTuning.tune, run 1, trial 2
! check: by us
""" + text);

        assertThat(read.evidence()).isEqualTo(EVIDENCE);
        assertThat(read.configuration()).isEqualTo(CONFIGURATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "", "relu ", " both ", "\t", "#", "a\\", "\u3000x\u3000", "!"})
    void everyChoice_isReadAsItWas(String kind) {
        Configuration blanks = BlanksSpace.SPACE.configuration(new Blanks(kind));
        Evidence evidence = new Evidence(
                new Evidence.Origin(new RunId(" of: blanks ", 3), 17, .0698, -12345),
                new Evidence.Measure(" loss ", EVIDENCE.aim()),
                EVIDENCE.fresh(),
                EVIDENCE.date(),
                "00ff");
        String text = AcceptedText.of(BlanksSpace.SPACE, blanks, evidence);

        AcceptedConfiguration read = AcceptedText.read(BlanksSpace.SPACE, text, "blanks.properties");

        assertThat(BlanksSpace.SPACE.decode(read.configuration())).isEqualTo(new Blanks(kind));
        assertThat(read.evidence().metric()).isEqualTo("loss");
        assertThat(read.evidence().value()).isEqualTo(EVIDENCE.value());
        assertThat(text.replace("\r", "")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate = 0.0031 | rate = 0.0032 | values or evidence were changed by hand",
                "# values: 0.07, | # values: 0.08, | values or evidence were changed by hand",
                "# values: 0.07, | # values: much, | values (much) must be a number",
                "# values: 0.07, | # values: Infinity, | values (Infinity) must be finite",
                "# values: 0.07, | # values: 1E+200, | must have a finite mean and standard deviation",
                "# failed runs: 2 | # failed runs: -1 | failed runs (-1) must be a whole number of at least 0",
                "# seed: -12345 | # seed: x | seed (x) must be a whole number",
                "# direction: minimize | # direction: up | direction (up) must be minimize or maximize",
                "# of: last | # of: all | of (all) must be last or best or mean",
                "# accepted: 2026-03-01 | # accepted: today | accepted (today) must be a date",
                "# seed: -12345 | # | the comments must have lines for seed",
                "# of: last | # seed: 1 | seed must be given once",
            })
    void damagedEvidence_isRefused(String line, String edited, String message) {
        assertThatThrownBy(() -> read(text().replace(line.strip(), edited.strip())))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED))
                .hasMessageStartingWith("knobs.properties: ")
                .hasMessageContaining(message.strip())
                .hasMessageEndingWith("; restore the file, or accept a result anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# DigitsTuning.tune, run 3, trial 17\n", "# minimize validation loss: 0.07\n"})
    void configurationWithoutEvidence_isUnproven(String comment) {
        assertThatThrownBy(() -> read(comment + "rate = .1\nunits = 32\nkind = plain\n"))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNPROVEN))
                .hasMessageContaining("knobs.properties must say in its comments what speaks for its values");
    }

    @Test
    void parameterThatWasRenamed_isReadByItsFormerName() {
        AcceptedConfiguration read = AcceptedText.read(DialsSpace.SPACE, text(), "knobs.properties");

        assertThat(DialsSpace.SPACE.decode(read.configuration())).isEqualTo(new Dials(.0031, 32, "fancy one"));
        assertThat(read.evidence()).isEqualTo(EVIDENCE);
    }

    @Test
    void difference_isShownByValue() {
        String before = "# some\nrate = 0.01\nsize = 3\nkind = fancy one\n";

        assertThat(AcceptedDiff.lines(before, text()))
                .containsExactly("- rate = 0.01", "+ rate = 0.0031", "+ units = 32", "- size = 3");
        assertThat(AcceptedDiff.lines(text(), text())).isEmpty();
        assertThat(AcceptedDiff.lines("\uFEFF# some\n" + text(), text())).isEmpty();
        assertThat(AcceptedDiff.lines("", text())).hasSize(3);
        assertThat(AcceptedDiff.lines("rate = \u001b[2J\nrubbish", text()))
                .contains("- rate = \\u001b[2J", "- rubbish");
    }
}
