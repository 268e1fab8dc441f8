package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who does what to whom, as the grammar of one word has it, voice undone.
 *
 * @param head the verb, noun or adjective that names the happening
 * @param agents heads of the phrases that act; empty for an agentless passive and a bare nominal
 * @param objects heads of the phrases acted upon
 * @param receivers heads of indirect objects
 * @param obliques heads of the other phrases, by preposition
 * @param passive whether the words are in the passive
 */
record Arguments(
        int head,
        List<Integer> agents,
        List<Integer> objects,
        List<Integer> receivers,
        Map<String, List<Integer>> obliques,
        boolean passive) {

    Arguments {
        agents = List.copyOf(agents);
        objects = List.copyOf(objects);
        receivers = List.copyOf(receivers);
    }

    static Map<String, List<Integer>> noObliques() {
        return new LinkedHashMap<>();
    }

    List<Integer> oblique(String preposition) {
        return obliques.getOrDefault(preposition, List.of());
    }

    Arguments withAgents(List<Integer> others) {
        return new Arguments(head, others, objects, receivers, obliques, passive);
    }

    Arguments withObjects(List<Integer> others) {
        return new Arguments(head, agents, others, receivers, obliques, passive);
    }

    /** Every phrase, agents left out. */
    List<Integer> others() {
        List<Integer> out = new ArrayList<>(objects);
        out.addAll(receivers);
        obliques.values().forEach(out::addAll);
        return out;
    }
}
