// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.analysis.Analysis;
import dev.hpo.report.StudyView;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Pages as tests read them. */
final class Pages {

    private Pages() {}

    static String text(StudyView view, PageContext context) throws IOException {
        StringWriter text = new StringWriter();
        // None is made of segments of trainings.
        Optional<Analysis> analysis = Optional.of(view)
                .filter(study -> study.population().isEmpty())
                .map(study -> Analysis.of(study.space(), study.history(), study.facts()));
        HtmlReport.write(view, new PageContext(context.replay(), context.mask(), context.earlier(), analysis), text);
        return text.toString();
    }

    /** Returns the data within a page, as its scripts read them: up to the first end of the element. */
    static Map<String, Object> data(String page) throws IOException {
        return JSON.std.mapFrom(element(page, "<script type=\"application/json\" id=\"hpo-data\">"));
    }

    static Map<String, Object> data(StudyView view) throws IOException {
        return data(text(view, PageContext.NONE));
    }

    private static String element(String page, String begin) {
        int start = page.indexOf(begin);
        assertThat(start).isPositive();
        return page.substring(start + begin.length(), page.indexOf("</script", start));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> data, String key) {
        return (Map<String, Object>) Objects.requireNonNull(data.get(key), key);
    }

    static List<?> list(Map<String, Object> data, String key) {
        return (List<?>) Objects.requireNonNull(data.get(key), key);
    }

    /** Returns a column of the trials. */
    static List<?> column(Map<String, Object> data, String name) {
        return list(object(data, "trials"), name);
    }
}
