package io.receivables.bench.run;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a request costs before anything is decided: the path of a command, so the same gate, with a header that leads here.
 * The body is read, as bytes, and nothing is done with it.
 */
@RestController
public class EmptyAnswer {

    public static final String HEADER = "X-Bench";
    private static final byte[] NOTHING = {};

    @PostMapping(path = "/v1/invoices", headers = HEADER + "=empty")
    ResponseEntity<byte[]> answer(@RequestBody byte[] body) {
        return ResponseEntity.ok(NOTHING);
    }
}
