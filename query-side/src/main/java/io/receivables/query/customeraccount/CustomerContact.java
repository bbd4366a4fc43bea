package io.receivables.query.customeraccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.receivables.platform.party.Contact;

/** How a customer is reached today. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerContact(String accountId, String name, @JsonUnwrapped Contact contact) {}
