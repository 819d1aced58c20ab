import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.graph.api.types.TimestampSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens graph files as Gephi does and prints what it holds then: one line of JSON a file.
 *
 * Arguments: "merge" to unite parallel edges of one kind, as Gephi does unless told otherwise, or "keep"; then files.
 */
public final class Import {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        java.util.logging.Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Whatever the libraries print must not mix with the answers.
        System.setOut(System.err);
        for (int i = 1; i < arguments.length; i++) {
            out.println(json(read(new File(arguments[i]), arguments[0].equals("merge"))));
        }
        System.exit(0);
    }

    private static Map<String, Object> read(File file, boolean merge) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file);
        // The sizes as the file has them, not in proportion to the window.
        container.getLoader().setAutoScale(false);
        if (!merge) {
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        }
        importer.process(container, new DefaultProcessor(), workspace);
        List<Object> issues = new ArrayList<>();
        container.getReport().getIssues(1000).forEachRemaining(issue -> issues.add(((Issue) issue).getMessage()));
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        List<Object> nodes = new ArrayList<>();
        for (Node node : graph.getNodes().toArray()) {
            Map<String, Object> told = told(node);
            told.put("size", (double) node.size());
            told.put("color", String.format("#%02X%02X%02X", (int) (node.r() * 255 + .5f), (int) (node.g() * 255 + .5f),
                    (int) (node.b() * 255 + .5f)));
            nodes.add(told);
        }
        List<Object> edges = new ArrayList<>();
        for (Edge edge : graph.getEdges().toArray()) {
            Map<String, Object> told = told(edge);
            told.put("source", edge.getSource().getId());
            told.put("target", edge.getTarget().getId());
            told.put("weight", edge.getWeight());
            told.put("directed", edge.isDirected());
            told.put("kind", edge.getTypeLabel() == null ? null : edge.getTypeLabel().toString());
            told.put("color", String.format("#%02X%02X%02X", (int) (edge.r() * 255 + .5f), (int) (edge.g() * 255 + .5f),
                    (int) (edge.b() * 255 + .5f)));
            edges.add(told);
        }
        Map<String, Object> answer = new TreeMap<>();
        answer.put("nodes", nodes);
        answer.put("edges", edges);
        answer.put("issues", issues);
        answer.put("timeFormat", model.getTimeFormat().toString());
        answer.put("timeRepresentation", model.getConfiguration().getTimeRepresentation().toString());
        projects.closeCurrentProject();
        return answer;
    }

    /** Id, label, the attributes by the titles of their columns, and the times, which Gephi holds in milliseconds. */
    private static Map<String, Object> told(Element element) {
        Map<String, Object> told = new TreeMap<>();
        told.put("id", element.getId());
        told.put("label", element.getLabel());
        Map<String, Object> attributes = new TreeMap<>();
        for (Column column : element.getTable()) {
            if (!column.isProperty()) {
                attributes.put(column.getTitle(), element.getAttribute(column));
            }
        }
        told.put("attributes", attributes);
        List<Object> times = new ArrayList<>();
        Object set = element.getAttribute("timeset");
        if (set instanceof TimestampSet) {
            for (double timestamp : ((TimestampSet) set).toPrimitiveArray()) {
                times.add(timestamp);
            }
        } else if (set instanceof IntervalSet) {
            for (Interval interval : ((IntervalSet) set).toArray()) {
                times.add(List.of(interval.getLow(), interval.getHigh()));
            }
        }
        told.put("times", times);
        return told;
    }

    private static String json(Object value) {
        if (value instanceof Map) {
            List<String> parts = new ArrayList<>();
            ((Map<?, ?>) value).forEach((key, held) -> parts.add(json(key) + ":" + json(held)));
            return "{" + String.join(",", parts) + "}";
        }
        if (value instanceof List) {
            List<String> parts = new ArrayList<>();
            ((List<?>) value).forEach(held -> parts.add(json(held)));
            return "[" + String.join(",", parts) + "]";
        }
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return String.valueOf(value);
        }
        StringBuilder written = new StringBuilder("\"");
        for (char unit : value.toString().toCharArray()) {
            if (unit < ' ' || unit == '"' || unit == '\\' || unit > '~') {
                written.append(String.format("\\u%04x", (int) unit));
            } else {
                written.append(unit);
            }
        }
        return written.append('"').toString();
    }
}
