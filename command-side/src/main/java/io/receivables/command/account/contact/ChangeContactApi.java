package io.receivables.command.account.contact;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.platform.party.Contact;
import io.receivables.platform.party.PostalAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeContactApi {

    private final Commands commands;

    ChangeContactApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String email, @Nullable Address postalAddress, @Nullable String phone,
            @Nullable LetterLanguage language, @Nullable LetterChannel channel) {

        Contact contact() {
            return new Contact(email, postalAddress == null ? null : postalAddress.toPostalAddress(), phone, language,
                    channel);
        }
    }

    record Address(List<String> lines, @Nullable String postalCode, @Nullable String city, @Nullable String country) {

        PostalAddress toPostalAddress() {
            return new PostalAddress(lines, postalCode, city, country);
        }
    }

    @PutMapping("/v1/customer-accounts/{id}/contact")
    ResponseEntity<byte[]> change(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        var contact = body.contact();
        ContactMustBeUsable.check(contact);
        return commands.send(new ChangeContact(id, contact), context);
    }
}
