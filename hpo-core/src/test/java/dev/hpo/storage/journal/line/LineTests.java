// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hpo.storage.journal.line.Distribution.Categorical;
import dev.hpo.storage.journal.line.Distribution.Real;
import dev.hpo.storage.journal.line.Distribution.Whole;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialState;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789012Z");
    private static final LineWriter WRITER = new LineWriter("w", Times.UTC);

    static Stream<Operation> operations() {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("list", new ArrayList<>(Arrays.asList(1L, 2.5, true, null, "\ud83d\ude00")));
        nested.put("none", null);
        return Stream.of(
                new Operation.CreateStudy("a \"b\" \ud83d\ude00\n../", List.of(Direction.MINIMIZE, Direction.MAXIMIZE)),
                new Operation.DeleteStudy(7),
                new Operation.StudyAttribute(0, Attribute.user("class", "Digits")),
                new Operation.StudyAttribute(0, Attribute.system("hpo:seed", "9223372036854775807")),
                new Operation.CreateTrial(0, whole()),
                new Operation.CreateTrial(3, new Draft(Standing.waiting(), Map.of(), Attributes.none(), List.of())),
                new Operation.SetParameter(4, "opt", new Assignment(optimizer(), 1)),
                new Operation.SetState(4, Standing.running(NOW)),
                new Operation.SetState(4, Standing.finished(TrialState.COMPLETE, List.of(1e-300), NOW)),
                new Operation.SetState(4, Standing.finished(TrialState.PRUNED, List.of(), NOW)),
                new Operation.SetState(
                        4, Standing.finished(TrialState.COMPLETE, List.of(Double.NEGATIVE_INFINITY, -0.0), NOW)),
                new Operation.SetState(4, Standing.waiting()),
                new Operation.Report(4, new Observation(Long.MAX_VALUE, Double.NaN)),
                new Operation.Report(4, new Observation(0, Double.MIN_VALUE)),
                new Operation.TrialAttribute(4, Attribute.user("lone \ud800 surrogate", "\udc00\u0000\u2028")),
                new Operation.TrialAttribute(4, Attribute.system("deep", nested)),
                new Operation.TrialAttribute(4, Attribute.system("big", new BigInteger("123456789012345678901"))),
                new Operation.TrialAttribute(4, Attribute.user("none", null)));
    }

    private static Distribution optimizer() {
        return Distribution.of(new Categorical(Arrays.asList("sgd", true, null, 3L, 2.5)));
    }

    private static Draft whole() {
        Map<String, Assignment> parameters = new LinkedHashMap<>();
        parameters.put(
                "rate", new Assignment(Distribution.of(new Real(1e-5, 0.1, true, OptionalDouble.empty())), 0.0083));
        parameters.put("drop", new Assignment(Distribution.of(new Real(0, 1, false, OptionalDouble.of(0.1))), 0.3));
        parameters.put("units", new Assignment(Distribution.of(new Whole(16, 256, false, 16)), 112));
        parameters.put("opt", new Assignment(optimizer(), 4));
        return new Draft(
                new Standing(TrialState.PRUNED, List.of(0.5), Optional.of(NOW), Optional.of(NOW)),
                parameters,
                Attributes.none().with(Attribute.user("a", "b")).with(Attribute.system("hpo:seed", "12")),
                List.of(new Observation(1, 0.5), new Observation(2, Double.POSITIVE_INFINITY)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationThatWasWritten_isRead(Operation operation) throws LineException {
        byte[] line = WRITER.write(List.of(operation));

        assertThat(line).endsWith('\n').satisfies(bytes -> assertThat(countOf('\n', bytes))
                .isEqualTo(1));
        assertThat(new String(line, StandardCharsets.UTF_8)).matches("[\\x20-\\x7e]*\\n");
        assertThat(read(line)).isEqualTo(new Line(operation, "w"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void lineWithItsCodeLast_isRead(Operation operation) throws LineException {
        String line = text(operation);
        String code = line.substring(1, line.indexOf(','));

        assertThat(read("{" + line.substring(code.length() + 2, line.length() - 2) + "," + code + "}\r"))
                .isEqualTo(new Line(operation, "w"));
    }

    @Test
    void runningTrial_isWrittenAsOptunaDoes() throws LineException {
        Draft trial = new Draft(
                Standing.running(NOW),
                Map.of("opt", new Assignment(Distribution.of(new Categorical(List.of("sgd", "adam"))), 1)),
                Attributes.none().with(Attribute.system("hpo:seed", "12")),
                List.of());

        assertThat(text(new Operation.CreateTrial(0, trial)))
                .isEqualTo("{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,"
                        + "\"datetime_start\":\"2026-02-03T04:05:06.789012+00:00\",\"state\":0,"
                        + "\"distributions\":{\"opt\":\"{\\\"name\\\":\\\"CategoricalDistribution\\\","
                        + "\\\"attributes\\\":{\\\"choices\\\":[\\\"sgd\\\",\\\"adam\\\"]}}\"},\"params\":{\"opt\":1.0},"
                        + "\"user_attrs\":{},\"system_attrs\":{\"hpo:seed\":\"12\"},\"intermediate_values\":{}}\n");
    }

    @Test
    void numbersThatAreNone_areWrittenBare() throws LineException {
        assertThat(text(new Operation.Report(0, new Observation(1, Double.NaN))))
                .endsWith(",\"step\":1,\"intermediate_value\":NaN}\n");
        assertThat(text(new Operation.SetState(
                        0, Standing.finished(TrialState.COMPLETE, List.of(Double.NEGATIVE_INFINITY), NOW))))
                .contains("\"values\":[-Infinity]");
    }

    @Test
    void localTime_hasNoOffset_andIsRead() throws LineException {
        Operation begin = new Operation.SetState(0, Standing.running(NOW));
        byte[] line = new LineWriter("w", Times.LOCAL).write(List.of(begin));

        assertThat(new String(line, StandardCharsets.UTF_8))
                .contains("\"" + NOW.atZone(ZoneId.systemDefault()).toLocalDateTime() + "\"");
        assertThat(read(line).operation()).isEqualTo(begin);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T13:05:06.789012+09:00, 2026-02-03T04:05:06.789012Z",
        "2026-02-03T04:05:06+00:00, 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06.789012Z, 2026-02-03T04:05:06.789012Z",
        "2024-02-29T23:59:59.000001+00:00, 2024-02-29T23:59:59.000001Z",
        "0001-01-01T00:00:00.999999+00:00, 0001-01-01T00:00:00.999999Z",
        "2026-02-03T04:05:06.789012+01:00, 2026-02-03T03:05:06.789012Z",
        "2026-02-03T04:05:06.789012-00:30, 2026-02-03T04:35:06.789012Z",
        "2026-02-03T04:05:06.78901234+00:00, 2026-02-03T04:05:06.78901234Z",
        "2026-02-03T04:05:06.7890+00:00:00, 2026-02-03T04:05:06.789Z"
    })
    void timesOfOthers_areRead(String text, Instant time) throws LineException {
        Operation read = read("{\"op_code\":6,\"worker_id\":\"o\",\"trial_id\":0,\"state\":0,\"values\":null,"
                        + "\"datetime_start\":\"" + text + "\"}")
                .operation();
        assertThat(read).isEqualTo(new Operation.SetState(0, Standing.running(time)));
    }

    @Test
    void lineOfOthers_mayHaveOtherFieldsAndBlanks_andNumbersAsTexts() throws LineException {
        Line read =
                read("{ \"op_code\" : 7 , \"new\" : {\"a\":[1]} , \"worker_id\": \"o\" , \"trial_id\": 3, \"step\": 2,"
                        + " \"intermediate_value\": \"-Infinity\", \"study_id\": \"none\" }");
        assertThat(read)
                .isEqualTo(new Line(new Operation.Report(3, new Observation(2, Double.NEGATIVE_INFINITY)), "o"));
    }

    @Test
    void trialWithOneValueOnly_isRead() throws LineException {
        Operation read = read("{\"op_code\":4,\"worker_id\":\"o\",\"study_id\":0,\"datetime_start\":null,\"state\":1,"
                        + "\"value\":2,\"values\":null}")
                .operation();
        assertThat(((Operation.CreateTrial) read).trial().standing().values()).containsExactly(2.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"op_code\":99,\"worker_id\":\"w\"} | op_code (99) must be from 0 to 10",
                "{\"op_code\":-1} | op_code (-1) must be from 0 to 10",
                "{\"op_code\":null} | op_code (null) must be a whole number",
                "{\"op_code\":\"4\"} | op_code (4) must be a whole number",
                "{\"op_code\":99999999999999999999} | op_code (99999999999999999999) must be a whole number of 32 bits",
                "{\"worker_id\":\"w\"} | op_code must be there",
                "{} | op_code must be there",
                "{\"op_code\":0,\"study_name\":5,\"directions\":[1]} | study_name (5) must be a text",
                "{\"op_code\":0,\"study_name\":null,\"directions\":[1]} | study_name (null) must be a text",
                "{\"op_code\":0,\"study_name\":\"a\",\"directions\":[3]} | direction (3) must be 0, 1 or 2",
                "{\"op_code\":0,\"study_name\":\"a\",\"directions\":1} | directions (1) must be a list",
                "{\"op_code\":0,\"study_name\":\"a\"} | directions must be there",
                "{\"op_code\":2,\"study_id\":0,\"user_attr\":{}} | user_attr must have one key",
                "{\"op_code\":2,\"study_id\":0,\"user_attr\":{\"a\":1,\"b\":2}} | user_attr must have one key",
                "{\"op_code\":2,\"study_id\":0,\"user_attr\":[1]} | user_attr (list) must be an object",
                "{\"op_code\":2,\"user_attr\":{\"a\":1}} | study_id must be there",
                "{\"op_code\":4,\"study_id\":0} | datetime_start must be there",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":5} | datetime_start (5) must be a text",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":\"noon\"} | time (noon) must be as",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":\"2026-02-30T04:05:06.789012+00:00\"} | time (2026-02-30T04:05:06.789012+00:00) must be as",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":\"2026-02-03T04:05:60.789012+00:00\"} | time (2026-02-03T04:05:60.789012+00:00) must be as",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":\"2026-02-03 04:05:06.789012+00:00\"} | time (2026-02-03 04:05:06.789012+00:00) must be as",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":null,\"state\":5} | state (5) must be from 0 to 4",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":null,\"params\":{\"a\":1}} | distributions must have that of a",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":null,\"params\":{\"a\":{}}} | a (object) must be a number",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":null,\"distributions\":{\"a\":1}} | a (1) must be a text",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":null,\"distributions\":{\"a\":\"x\"}} | distribution (x) must be the text of an object",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":null,\"intermediate_values\":{\"one\":1}} | step (one) must be a whole number",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":null,\"intermediate_values\":{\"-1\":1}} | step (-1) must be at least 0",
                "{\"op_code\":4,\"study_id\":0,\"datetime_start\":null,\"values\":[null]} | values (null) must be a number",
                "{\"op_code\":6,\"trial_id\":0,\"state\":1,\"values\":[1]} | datetime_complete must be there",
                "{\"op_code\":6,\"trial_id\":0,\"state\":0,\"values\":null} | datetime_start must be there",
                "{\"op_code\":6,\"trial_id\":0,\"state\":4} | values must be there",
                "{\"op_code\":7,\"trial_id\":0,\"step\":1.5,\"intermediate_value\":1} | step (1.5) must be a whole number",
                "{\"op_code\":7,\"trial_id\":0,\"step\":99999999999999999999,\"intermediate_value\":1} | Numeric value (99999999999999999999)",
                "{\"op_code\":7,\"trial_id\":0,\"step\":1,\"intermediate_value\":\"many\"} | intermediate_value (many) must be a number",
                "{\"op_code\":7,\"trial_id\":0,\"step\":1,\"intermediate_value\":true} | intermediate_value (true) must be a number",
                "{\"op_code\":7,\"trial_id\":null} | trial_id (null) must be a whole number"
            })
    void lineInJson_withSomethingWrong_saysWhat(String line, String message) {
        assertThat(whatIsWrong(line)).startsWith(message);
    }

    private static String whatIsWrong(String line) {
        try {
            return read(line).fault().orElseThrow();
        } catch (LineException e) {
            assertThat(e.isBroken()).isFalse();
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "5",
                "null",
                "[1]",
                "\"op_code\"",
                "{",
                "{\"op_code\":7,",
                "{\"op_code\":7",
                "{\"op_code\":7,\"trial_id\":0,\"st{\"op_code\":1,\"worker_id\":\"w\",\"study_id\":0}",
                "{\"op_code\":1,\"worker_id\":\"w\",\"study_id\":0}{\"op_code\":1,\"worker_id\":\"w\",\"study_id\":0}",
                "{\"op_code\":1,\"worker_id\":\"w\",\"study_id\":0} x",
                "{\"op_code\":1,\"worker_id\":\"w\",\"study_id\":00}",
                "{'op_code':1}",
                "\u0000\u0000\u0000"
            })
    void lineThatIsNoObject_isBroken(String line) {
        assertThat(fault(line).isBroken()).isTrue();
        assertThat(fault(line)).hasMessageStartingWith("must ");
    }

    @Test
    void invalidUtf8_isBroken() {
        byte[] line = "{\"op_code\":1,\"worker_id\":\"?\",\"study_id\":0}".getBytes(StandardCharsets.UTF_8);
        line[26] = (byte) 0xff;
        assertThatThrownBy(() -> read(line)).isInstanceOf(LineException.class);
    }

    @Test
    void deepNesting_isOneError() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        LineException fault = fault("{\"op_code\":2,\"study_id\":0,\"user_attr\":{\"a\":" + deep + "}}");
        assertThat(fault).hasMessageContaining("nesting depth");
        assertThat(fault.isBroken()).isFalse();
    }

    @Test
    void messageOfALongValue_isShort() {
        LineException fault = fault("{\"op_code\":7,\"trial_id\":\"" + "x\\n".repeat(10_000) + "\"}");
        assertThat(fault.getMessage()).hasSizeLessThan(200).doesNotContain("\n");
    }

    @Test
    void largeTexts_andLongKeys_comeBack() throws LineException {
        String large = "\u00e4".repeat(20 << 20);
        String key = "k".repeat(50_000);
        Operation operation = new Operation.TrialAttribute(0, Attribute.user(key, large));

        byte[] line = WRITER.write(List.of(operation));

        assertThat(line.length).isGreaterThan(64 << 20);
        assertThat(read(line).operation().equals(operation)).isTrue();
    }

    @Test
    void textThatCouldNotBeRead_isNotWritten() {
        List<String> texts = List.of("\u00e4".repeat(44 << 20));
        Operation operation = new Operation.TrialAttribute(0, Attribute.user("a", texts));
        assertThatThrownBy(() -> WRITER.write(List.of(operation)))
                .isInstanceOf(LineException.class)
                .hasMessageMatching("line \\(\\d+ bytes\\) must have at most 268435456 bytes; .*");
    }

    @Test
    void attributeThatIsNoJson_isRefused() {
        Operation operation = new Operation.TrialAttribute(0, Attribute.user("a", new Object()));
        assertThatThrownBy(() -> WRITER.write(List.of(operation)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be one of JSON");
    }

    @Test
    void sameDistribution_isReadOnce() throws LineException {
        LineReader reader = new LineReader(Interest.ALL);
        byte[] line = WRITER.write(List.of(new Operation.CreateTrial(0, whole())));
        Draft one =
                ((Operation.CreateTrial) reader.read(line, 0, line.length - 1).operation()).trial();
        Draft other =
                ((Operation.CreateTrial) reader.read(line, 0, line.length - 1).operation()).trial();
        assertThat(one.parameters().values())
                .zipSatisfy(other.parameters().values(), (first, second) -> assertThat(first.distribution())
                        .isSameAs(second.distribution()));
    }

    @Test
    void manyDistributions_areKeptApart() throws LineException {
        LineReader reader = new LineReader(Interest.ALL);
        for (int high = 1; high <= 3000; high++) {
            Distribution distribution = Distribution.of(new Whole(0, high, false, 1));
            Operation operation = new Operation.SetParameter(0, "n", new Assignment(distribution, 0));
            byte[] line = WRITER.write(List.of(operation));
            assertThat(reader.read(line, 0, line.length - 1).operation()).isEqualTo(operation);
        }
    }

    @Test
    void linesOfNoInterest_areNotReadToTheEnd_butToldApartFromBrokenOnes() throws LineException {
        LineReader reader = new LineReader(new Nothing());
        byte[] creation = "{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":1,\"datetime_start\":5}"
                .getBytes(StandardCharsets.UTF_8);
        byte[] report = WRITER.write(List.of(new Operation.Report(0, new Observation(1, 2))));
        byte[] change = WRITER.write(List.of(new Operation.SetState(0, Standing.running(NOW))));
        byte[] broken =
                "{\"op_code\":7,\"trial_id\":0,\"st{\"op_code\":1,\"study_id\":0}".getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(creation, 0, creation.length).operation()).isEqualTo(new Operation.PassedTrial(1));
        assertThat(reader.read(report, 0, report.length - 1).operation()).isEqualTo(new Operation.PassedChange());
        assertThat(reader.read(change, 0, change.length - 1).operation()).isEqualTo(new Operation.PassedChange());
        assertThatThrownBy(() -> reader.read(broken, 0, broken.length)).isInstanceOf(LineException.class);
    }

    @Test
    void wholeNumberOfSoManyDigitsAsPythonReads_isRead() throws LineException {
        BigInteger large = BigInteger.TEN.pow(4299);
        Operation operation = new Operation.TrialAttribute(0, Attribute.user("large", large));
        assertThat(read(text(operation).strip()).operation()).isEqualTo(operation);
    }

    private static String text(Operation operation) throws LineException {
        return new String(WRITER.write(List.of(operation)), StandardCharsets.UTF_8);
    }

    private static Line read(String line) throws LineException {
        return read((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a line with its end, in the midst of other bytes. */
    private static Line read(byte[] line) throws LineException {
        byte[] around = new byte[line.length + 6];
        Arrays.fill(around, (byte) '}');
        System.arraycopy(line, 0, around, 3, line.length);
        return new LineReader(Interest.ALL).read(around, 3, 3 + line.length - 1);
    }

    private static LineException fault(String line) {
        return catchThrowableOfType(LineException.class, () -> read(line));
    }

    private static int countOf(char character, byte[] bytes) {
        int count = 0;
        for (byte candidate : bytes) {
            count += candidate == character ? 1 : 0;
        }
        return count;
    }

    private static final class Nothing implements Interest {
        @Override
        public boolean inTrialsOf(int study) {
            return false;
        }

        @Override
        public boolean inTrial(int trial) {
            return false;
        }

        @Override
        public boolean inReports() {
            return false;
        }
    }
}
