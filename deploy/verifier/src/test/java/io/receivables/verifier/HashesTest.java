package io.receivables.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the published test vectors of Certificate Transparency (RFC 6962, whose tree RFC 9162 keeps). */
class HashesTest {

    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");

    private static final List<String> HEADS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void anEmptyTreeHasTheHashOfNothing() {
        assertThat(Hashes.hex(new GrowingTree().head()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void theHeadIsThePublishedOneAtEverySize() {
        var tree = new GrowingTree();
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.add(leaf(i));
            assertThat(Hashes.hex(tree.head())).as("head of %d leaves", i + 1).isEqualTo(HEADS.get(i));
        }
    }

    @Test
    void aPathLeadsFromItsLeafToTheHeadAndFromNoOther() {
        for (int count = 1; count <= 40; count++) {
            var leaves = leaves(count);
            for (int leaf = 0; leaf < count; leaf++) {
                var path = path(leaves, leaf);
                assertThat(Hashes.headOf(leaves.get(leaf), leaf, count, path)).isEqualTo(head(leaves));
                assertThat(Hashes.headOf(leaves.get((leaf + 1) % count), leaf, count, path))
                        .matches(head -> leaves.size() == 1 || !Arrays.equals(head, head(leaves)));
                var longer = new ArrayList<>(path);
                longer.add(leaves.getFirst());
                assertThat(Hashes.headOf(leaves.get(leaf), leaf, count, longer)).isNotEqualTo(head(leaves));
            }
        }
    }

    @Test
    void aTreeIsConsistentWithItsOwnPastAndWithNoOther() {
        for (int second = 1; second <= 40; second++) {
            var leaves = leaves(second);
            for (int first = 1; first <= second; first++) {
                var path = first == second ? List.<byte[]>of() : proof(first, leaves, true);
                var before = leaves.subList(0, first);
                assertThat(Hashes.isConsistent(first, head(before), second, head(leaves), path))
                        .as("%d in %d", first, second)
                        .isTrue();
                assertThat(Hashes.isConsistent(first, leaf(9), second, head(leaves), path)).isFalse();
                assertThat(Hashes.isConsistent(first, head(before), second, leaf(9), path)).isFalse();
            }
        }
    }

    private static byte[] leaf(int number) {
        return Hashes.of(new byte[]{0}, HexFormat.of().parseHex(LEAVES.get(number % LEAVES.size())),
                number < LEAVES.size() ? new byte[0] : new byte[]{(byte) number});
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count).mapToObj(HashesTest::leaf).toList();
    }

    // The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, word for word.

    private static byte[] head(List<byte[]> leaves) {
        int middle = split(leaves);
        return leaves.size() == 1
                ? leaves.getFirst()
                : Hashes.node(head(leaves.subList(0, middle)), head(leaves.subList(middle, leaves.size())));
    }

    private static List<byte[]> path(List<byte[]> leaves, int leaf) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int middle = split(leaves);
        var left = leaves.subList(0, middle);
        var right = leaves.subList(middle, leaves.size());
        var path = new ArrayList<>(leaf < middle ? path(left, leaf) : path(right, leaf - middle));
        path.add(head(leaf < middle ? right : left));
        return path;
    }

    private static List<byte[]> proof(int first, List<byte[]> leaves, boolean known) {
        if (first == leaves.size()) {
            return known ? List.of() : List.of(head(leaves));
        }
        int middle = split(leaves);
        var left = leaves.subList(0, middle);
        var right = leaves.subList(middle, leaves.size());
        var path = new ArrayList<>(first <= middle ? proof(first, left, known) : proof(first - middle, right, false));
        path.add(head(first <= middle ? right : left));
        return path;
    }

    private static int split(List<byte[]> leaves) {
        return Integer.highestOneBit(Math.max(1, leaves.size() - 1));
    }
}
