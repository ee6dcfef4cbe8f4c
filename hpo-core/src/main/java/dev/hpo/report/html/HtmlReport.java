// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.report.StudyView;
import dev.hpo.report.Verdict;
import dev.hpo.report.html.PageFile.Content;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A study to look at, as one HTML page that needs nothing else: {@code report.html}. It has its scripts and styles, Apache ECharts among them, within it, loads
 * nothing, and sends nothing anywhere.
 *
 * <p>What users and other tools have written (names, values, messages, traces) is data of the page, never markup: it stands in one JSON text without any
 * {@code <}, the scripts put it into text nodes and onto canvases only, and a content security policy names the page's own scripts and styles by their hashes,
 * so that no other would run.
 *
 * <p>A study of very many trials is shown in part, as are long curves and traces; the page says so, and the files beside it have all.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class HtmlReport {

    private static final String CHARTS = "echarts.min.js";

    /** In this order: each uses those before it. */
    private static final List<String> SCRIPTS = List.of(
            "scales.js",
            "study.js",
            "elements.js",
            "plots.js",
            "population.js",
            "schedule.js",
            "diary.js",
            "history.js",
            "importance.js",
            "findings.js",
            "confirm.js",
            "curves.js",
            "parameters.js",
            "parallel.js",
            "contour.js",
            "timeline.js",
            "detail.js",
            "table.js",
            "page.js");

    private HtmlReport() {}

    /**
     * Writes the page of a study.
     *
     * @param context what it shows besides the study
     * @param target is left open
     * @throws IOException if the target cannot be written
     */
    public static void write(StudyView view, PageContext context, Writer target) throws IOException {
        String charts = PageFile.text(CHARTS);
        String scripts = PageFile.text(SCRIPTS);
        String style = PageFile.text("page.css");
        String name = MarkupText.of(view.facts().study());
        Map<String, Content> contents = Map.of(
                "scriptSources", Content.of(PageFile.sources(charts, scripts)),
                "styleSources", Content.of(PageFile.sources(style)),
                "name", Content.of(name),
                "run", Content.of(String.valueOf(view.run().number())),
                "entry", text -> IndexEntry.of(view).write(text),
                "style", Content.of(style),
                "verdict", Content.of(MarkupText.of(Verdict.of(view))),
                "data", text -> new PageData(view, context).write(text),
                "charts", Content.of(charts),
                "scripts", Content.of(scripts));
        PageFile.fill("report.html", contents, target);
        target.flush();
    }
}
