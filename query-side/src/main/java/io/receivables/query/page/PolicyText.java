package io.receivables.query.page;

import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.PolicyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of a credit policy as lines of text, section by section; fields by the words of the reader. */
final class PolicyText {

    private static final JsonMapper JSON = new JsonMapper();

    private final UnaryOperator<String> words;

    private PolicyText(UnaryOperator<String> words) {
        this.words = words;
    }

    /**
     * A section with its rules.
     *
     * @param name as in the API: {@code terms}, {@code dunning}
     */
    record Section(String name, List<String> lines) {}

    /**
     * The two limits themselves have columns of their own.
     *
     * @param words what a field of the API is called
     */
    static List<Section> of(ApprovalLimits approvals, @Nullable PolicyRules rules, UnaryOperator<String> words) {
        return new PolicyText(words).sections(approvals, rules);
    }

    private List<Section> sections(ApprovalLimits approvals, @Nullable PolicyRules rules) {
        ObjectNode matrix = JSON.valueToTree(approvals);
        matrix.remove(List.of("writeOffLimit", "refundLimit"));
        var sections = new ArrayList<Section>();
        if (!matrix.isEmpty()) {
            sections.add(new Section("approvals", lines("", matrix)));
        }
        if (rules != null) {
            JSON.valueToTree(rules)
                    .properties()
                    .forEach(section -> sections.add(new Section(section.getKey(), lines("", section.getValue()))));
        }
        return sections;
    }

    /** A line for each value, and one for each element of a list. */
    private List<String> lines(String name, JsonNode value) {
        var lines = new ArrayList<String>();
        if (value.isObject() && !isMoney(value)) {
            value.properties()
                    .forEach(field -> lines.addAll(lines(name + " " + words.apply(field.getKey()), field.getValue())));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            value.forEach(element -> lines.add((name + " " + text(element)).strip()));
        } else {
            lines.add((name + " " + text(value)).strip());
        }
        return lines;
    }

    private String text(JsonNode value) {
        if (isMoney(value)) {
            return value.path("amount").asString() + " " + value.path("currency").asString();
        }
        if (value.isObject()) {
            return value.properties()
                    .stream()
                    .map(field -> words.apply(field.getKey()) + " " + text(field.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(element -> element.isObject() && !isMoney(element)
                                ? "(" + text(element) + ")"
                                : text(element))
                        .collect(Collectors.joining(", "))
                : value.asString();
    }

    private static boolean isMoney(JsonNode value) {
        return value.isObject() && value.size() == 2 && value.has("amount") && value.has("currency");
    }
}
